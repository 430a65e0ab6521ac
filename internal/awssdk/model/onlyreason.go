package model

// OnlyReason reports whether typ says what failed for an item of a transaction, which comes as a
// reason for its cancellation only, and never as the error of the operation. What holds for a whole
// transaction as well comes as it is.
func OnlyReason(service, operation, typ string) bool {
	if service != "dynamodb" {
		return false
	}
	switch typ {
	case "ConditionalCheckFailedException", "ItemCollectionSizeLimitExceededException":
		return operation == "TransactWriteItems"
	case "TransactionConflictException":
		return operation == "TransactWriteItems" || operation == "TransactGetItems"
	}
	return false
}
