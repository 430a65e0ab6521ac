package knowledge

// reading are what the names of operations begin with that only read or validate.
//
// Source: the names of the operations of the SDK; a golden file of internal/tools/failures
// lists what comes of them.
var reading = []string{"Describe", "Get", "List", "Search", "Lookup", "Query", "Scan", "Validate"}

// OnlyReads reports whether the operation called name only reads or validates, and is no
// batch of which a part could fail: what its output says of errors is what was asked for.
func OnlyReads(name string) bool { return hasPrefix(name, reading) }

// Performs returns the operations of S3 that a function of a feature package performs, such
// as "manager.Downloader.Download". It returns none where they are not known.
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
