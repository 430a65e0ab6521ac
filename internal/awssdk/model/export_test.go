package model

// For comparison with the SDK's own tables.
var (
	RetriedCodes    = retriedCodes
	RetriedStatuses = retriedStatuses
)
