package awssdk

// exceptions are the operations that the names of their members tell wrong, with the
// members that tell of failures of the call, best first; none where nothing does. The
// key is "service.Operation", or the operation alone where it is alike in all services.
var exceptions = map[string][]string{
	// The call is refused or cut short in part, but its members have other names.

	// A nil error means only that the execution came to an end; Status is FAILED or
	// TIMED_OUT where Error is set.
	"sfn.StartSyncExecution": {"Error", "Cause", "Status"},
	// "Information about errors that might have occurred during the API call."
	"codedeploy.BatchGetApplicationRevisions": {"ErrorMessage"},
	"codedeploy.BatchGetDeploymentGroups":     {"ErrorMessage"},
	"codedeploy.BatchGetDeploymentInstances":  {"ErrorMessage"},
	// "If the output contains data, CodeDeploy could not remove some Auto Scaling
	// lifecycle event hooks."
	"codedeploy.DeleteDeploymentGroup": {"HooksNotCleanedUp"},
	"codedeploy.UpdateDeploymentGroup": {"HooksNotCleanedUp"},
	// Folders that the analysis could not be restored to.
	"quicksight.RestoreAnalysis": {"RestorationFailedFolderArns"},
	// Responses "that are invalid and not created", or not deleted.
	"quicksight.BatchCreateTopicReviewedAnswer": {"InvalidAnswers"},
	"quicksight.BatchDeleteTopicReviewedAnswer": {"InvalidAnswers"},
	// Labels that were not attached.
	"ssm.LabelParameterVersion": {"InvalidLabels"},
	// The result of each address, endpoint or user is two levels down.
	"pinpoint.SendMessages":      {"MessageResponse"},
	"pinpoint.SendUsersMessages": {"SendUsersMessageResponse"},
	"pinpoint.PutEvents":         {"EventsResponse"},

	// The call only reads, but what could not be read of the things that it names
	// stands in the output.

	"ecs.DescribeCapacityProviders":        {"Failures"},
	"ecs.DescribeClusters":                 {"Failures"},
	"ecs.DescribeContainerInstances":       {"Failures"},
	"ecs.DescribeDaemonDeployments":        {"Failures"},
	"ecs.DescribeDaemonRevisions":          {"Failures"},
	"ecs.DescribeServiceDeployments":       {"Failures"},
	"ecs.DescribeServiceRevisions":         {"Failures"},
	"ecs.DescribeServices":                 {"Failures"},
	"ecs.DescribeTaskSets":                 {"Failures"},
	"ecs.DescribeTasks":                    {"Failures"},
	"ecs.GetTaskProtection":                {"Failures"},
	"glue.GetColumnStatisticsForPartition": {"Errors"},
	"glue.GetColumnStatisticsForTable":     {"Errors"},
	"opensearch.DescribeVpcEndpoints":      {"VpcEndpointErrors"},
	// The query of the group cannot be evaluated: its members are missing.
	"resourcegroups.ListGroupResources": {"QueryErrors"},
	"resourcegroups.SearchResources":    {"QueryErrors"},

	// The member tells of something else than a failure of this call.

	// The state of the integration, whenever it went wrong.
	"CreateIntegration": nil,
	"DeleteIntegration": nil,
	"ModifyIntegration": nil,
	// The evaluation of policies went wrong, and Decision, which is what the program asked for, says Deny.
	"verifiedpermissions.IsAuthorized":          nil,
	"verifiedpermissions.IsAuthorizedWithToken": nil,
	// Pages of a document that could not be read; almost all calls send plain text.
	"comprehend.ClassifyDocument": nil,
	"comprehend.DetectEntities":   nil,
}
