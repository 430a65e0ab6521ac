package knowledge

// reading are prefixes of the names of operations that only read or validate, and of the functions of package
// attributevalue that only decode.
//
// Source: the names of the operations of the SDK. A golden file of internal/tools/failures
// shows their effect.
var reading = []string{"Describe", "Get", "List", "Search", "Lookup", "Query", "Scan", "Validate", "Unmarshal"}

// OnlyReads reports whether the operation called name only reads or validates and is no batch. An
// error in its output is not a partial failure, but what the program asked for.
func OnlyReads(name string) bool { return hasPrefix(name, reading) }

// Performs returns the operations of S3 that a function of a feature package performs: GetObject for
// "manager.Downloader.Download". It returns none if they are not known.
//
// Source: upload.go and download.go of feature/s3/manager.
func Performs(function string) []string {
	switch function {
	case "manager.Uploader.Upload":
		return []string{"PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "AbortMultipartUpload"}
	case "manager.Downloader.Download":
		return []string{"GetObject"}
	}
	return nil
}

// TransfersDirectory reports whether a function of a feature package transfers the objects of a whole
// directory. What comes of their errors depends on its version.
//
// Source: api_op_DownloadDirectory.go and api_op_UploadDirectory.go of feature/s3/transfermanager.
func TransfersDirectory(function string) bool {
	return function == "transfermanager.Client.DownloadDirectory" || function == "transfermanager.Client.UploadDirectory"
}
