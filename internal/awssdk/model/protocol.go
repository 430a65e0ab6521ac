package model

import (
	"fmt"
	"io"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A Protocol is how a client and its service talk.
type Protocol string

const (
	RestXML  Protocol = "rest-xml"
	Query    Protocol = "query"
	EC2Query Protocol = "ec2-query"
	RestJSON Protocol = "rest-json"
	JSON10   Protocol = "json-1.0"
	JSON11   Protocol = "json-1.1"
	CBOR     Protocol = "rpc-v2-cbor"
)

// decoderPrefixes are the beginnings of the names of types in deserializers.go.
var decoderPrefixes = map[string]Protocol{
	"awsRestxml":      RestXML,
	"awsAwsquery":     Query,
	"awsEc2query":     EC2Query,
	"awsRestjson1":    RestJSON,
	"awsAwsjson10":    JSON10,
	"awsAwsjson11":    JSON11,
	"smithyRpcv2cbor": CBOR,
}

// clientProtocols are the functions that make the protocol of a schema-based client.
var clientProtocols = map[string]Protocol{
	"restxml.New":   RestXML,
	"awsquery.New":  Query,
	"ec2query.New":  EC2Query,
	"restjson1.New": RestJSON,
	"awsjson.New10": JSON10,
	"awsjson.New11": JSON11,
	"rpcv2.NewCBOR": CBOR,
}

var (
	decoderPrefix  = lazyregexp.New(`(?m)^type (\w+?)_deserializeOp`)
	clientProtocol = lazyregexp.New(`options\.Protocol = (\w+\.\w+)\(`)
)

// protocolOfDecoder tells the protocol from the first declarations of deserializers.go,
// or "".
func protocolOfDecoder(file string) (Protocol, error) {
	f, _, err := readfile.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 16<<10))
	if err != nil {
		return "", fmt.Errorf("%s: %w", file, err)
	}
	if m := decoderPrefix().FindSubmatch(head); m != nil {
		return decoderPrefixes[string(m[1])], nil
	}
	return "", nil
}

// protocolOfClient tells the protocol from a schema-based api_client.go, or "".
func protocolOfClient(src []byte) Protocol {
	if m := clientProtocol().FindSubmatch(src); m != nil {
		return clientProtocols[string(m[1])]
	}
	return ""
}
