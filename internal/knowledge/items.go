package knowledge

// items are what operations work on, several in one call, by the name of the operation.
//
// Source: the documentation of the operations. A test looks for each of them among the operations that
// have failure members.
var items = map[string]string{
	"AcceptVpcEndpointConnections":      "connections",
	"BatchDeleteBuilds":                 "builds",
	"BatchDeleteImage":                  "images",
	"BatchExecuteStatement":             "statements",
	"BatchGetAccountStatus":             "accounts",
	"BatchGetImage":                     "images",
	"BatchGetItem":                      "keys",
	"CancelSpotFleetRequests":           "requests",
	"ChangeMessageVisibilityBatch":      "messages",
	"CreateFleet":                       "instances",
	"CreateFlowLogs":                    "flow logs",
	"DeleteBuildBatch":                  "builds",
	"DeleteDeploymentGroup":             "lifecycle hooks",
	"DeleteFleets":                      "fleets",
	"DeleteFlowLogs":                    "flow logs",
	"DeleteInsightRules":                "rules",
	"DeleteLaunchTemplateVersions":      "versions",
	"DeleteMessageBatch":                "messages",
	"DeleteObjects":                     "objects",
	"DeleteParameters":                  "parameters",
	"DeleteTaskDefinitions":             "task definitions",
	"DeleteVpcEndpoints":                "endpoints",
	"DescribeClusters":                  "clusters",
	"DescribeContainerInstances":        "container instances",
	"DescribeServices":                  "services",
	"DescribeTasks":                     "tasks",
	"GetParameters":                     "parameters",
	"ModifyHosts":                       "hosts",
	"ModifyInstanceCreditSpecification": "instances",
	"PublishBatch":                      "messages",
	"PutEvaluations":                    "evaluations",
	"PutEvents":                         "events",
	"PutLogEvents":                      "log events",
	"PutRecordBatch":                    "records",
	"PutRecords":                        "records",
	"PutTargets":                        "targets",
	"RejectVpcEndpointConnections":      "connections",
	"ReleaseHosts":                      "hosts",
	"RemoveTargets":                     "targets",
	"RunTask":                           "tasks",
	"SendMessageBatch":                  "messages",
	"SendMessages":                      "messages",
	"StartTask":                         "tasks",
	"UpdateContainerInstancesState":     "container instances",
	"UpdateDeploymentGroup":             "lifecycle hooks",
}

// Items returns what the operation called op works on: "objects" for DeleteObjects. It is "items"
// where that is not known, which is right for all.
func Items(op string) string {
	if name, ok := items[op]; ok {
		return name
	}
	return "items"
}
