package knowledge

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// fitsPage are operations whose list is never longer than the page that they return when they are not asked for less, by
// service, with the members of the input one of which must be set for that; none if it is always so. A quota, or what the
// list is of, bounds it.
//
// Source: the quotas and the API reference of each service.
var fitsPage = map[string]map[string][]string{
	// A role has at most 25 managed policies, and inline policies of 10,240 characters; a user is in 10 groups, and has 2 access keys;
	// a policy has 5 versions. A page has 100 of each. An account has one alias.
	"iam": {
		"ListAccessKeys": nil, "ListAccountAliases": nil, "ListAttachedGroupPolicies": nil, "ListAttachedRolePolicies": nil,
		"ListAttachedUserPolicies": nil, "ListGroupPolicies": nil, "ListGroupsForUser": nil, "ListMFADevices": nil, "ListPolicyVersions": nil,
		"ListRolePolicies": nil, "ListSigningCertificates": nil, "ListSSHPublicKeys": nil, "ListUserPolicies": nil,
	},
	// A load balancer has at most 50 listeners, 100 rules, 100 target groups and 25 certificates. A page has 400.
	"elasticloadbalancingv2": {
		"DescribeListenerCertificates": nil, "DescribeListeners": nil, "DescribeRules": nil, "DescribeTargetGroups": {"LoadBalancerArn"},
	},
	// A group has at most 50 classic load balancers and 100 target groups; a page has 100 of each. It has 50 policies and 50 tags, as many as
	// a page.
	"autoscaling": {
		"DescribeLoadBalancers": nil, "DescribeLoadBalancerTargetGroups": nil, "DescribePolicies": {"AutoScalingGroupName"},
		"DescribeTags": {"Filters"},
	},
	// A target has at most 50 policies, and so has a page.
	"applicationautoscaling": {"DescribeScalingPolicies": {"ResourceId"}},
	// A region has at most 100 clusters. A cluster has at most 30 node groups, 10 Fargate profiles and a capability of each type. AWS offers fewer add-ons, versions and
	// policies than 100, which is what a page has. A service account has one role.
	"eks": {
		"DescribeAddonVersions": {"AddonName"}, "DescribeClusterVersions": nil, "ListAddons": nil, "ListAssociatedAccessPolicies": nil, "ListCapabilities": nil, "ListClusters": nil,
		"ListFargateProfiles": nil, "ListNodegroups": nil, "ListPodIdentityAssociations": {"ServiceAccount"},
	},
	// A cluster has at most 5 endpoints of its own, and a page 100. No family has 100 versions.
	"rds": {"DescribeDBClusterEndpoints": {"DBClusterIdentifier"}, "DescribeDBEngineVersions": {"DBParameterGroupFamily", "EngineVersion"}},
	// There is one mapping from a source to a function, and a function has a handful of sources. A page has 100.
	"lambda": {"ListEventSourceMappings": {"EventSourceArn", "FunctionName"}},
	// There is one instance in a region.
	"s3control": {"ListAccessGrantsInstances": nil},
	// A file system has one mount target in each availability zone.
	"efs": {"DescribeMountTargets": nil},
	// A knowledge base has at most 5 data sources.
	"bedrockagent": {"ListDataSources": nil},
	// A secret has at most 20 labels, each of one version.
	"secretsmanager": {"ListSecretVersionIds": nil},
	// There are as many results as queries. A page has 100,800 data points.
	"cloudwatch": {"GetMetricData": nil},
	// There are fewer than 10 standards, and a page has 100.
	"securityhub": {"DescribeStandards": nil, "GetEnabledStandards": nil},
	// An organization has one root, everything in it has one parent, and a page has more policies than can be attached.
	"organizations": {"ListParents": nil, "ListPoliciesForTarget": nil, "ListRoots": nil},
	// A command runs on a node once, and takes 50 IDs of nodes, as many as a page.
	"ssm": {"ListCommandInvocations": {"CommandId", "InstanceId"}},
	// A region has 20 classic load balancers, and a page 400.
	"elasticloadbalancing": {"DescribeLoadBalancers": nil},
	// An account has 10 public keys, and a page 100.
	"cloudfront": {"ListPublicKeys": nil},
	// "Unpaginated ListBuckets requests are only supported for AWS accounts set to the default general purpose bucket quota of
	// 10,000": they return all buckets.
	"s3": {"ListBuckets": nil},
	// "The latest log events are returned first" as a rule. At the end, "it returns the same token you passed in": a loop over pages never
	// ends unless it looks at that.
	"cloudwatchlogs": {"GetLogEvents": nil},
	// "You must set MaxResults to receive a NextToken."
	"sqs": {"ListDeadLetterSourceQueues": nil, "ListQueues": nil},
}

// tagging matches operations that list the tags of one thing, which has 50 at most.
//
// Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
var tagging = lazyregexp.New(`^List.*Tags(For|Of|$)`)

// pagesOfEC2 are the operations of EC2 that return pages also where no length is asked for. Others then return the
// whole list.
//
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination about "unpaginated calls"; the default
// of MaxResults in the reference of these operations; hashicorp/terraform-provider-aws#27255.
var pagesOfEC2 = []string{
	"DescribeInstanceTypeOfferings", "DescribeInstanceTypes", "DescribeManagedPrefixLists", "DescribeReservedInstancesOfferings",
	"GetManagedPrefixListEntries",
}

// newestFirst are operations that list what has happened, the latest first, by service and name: who reads only the first
// page wants to know what happened last.
//
// Source: the API reference of each operation.
var newestFirst = []string{
	"athena.ListQueryExecutions", "autoscaling.DescribeInstanceRefreshes", "autoscaling.DescribeScalingActivities", "applicationautoscaling.DescribeScalingActivities",
	"cloudformation.DescribeStackEvents", "cloudtrail.LookupEvents", "codebuild.ListBuilds", "codebuild.ListBuildsForProject",
	"codepipeline.ListPipelineExecutions", "ec2.DescribeSpotPriceHistory", "glue.GetJobRuns", "sfn.ListExecutions", "ssm.ListCommands",
}

// bestFirst are operations that search, the best results first, by service and name: who reads only the first page
// wants those.
//
// Source: the API reference of each operation.
var bestFirst = []string{"bedrockagentruntime.Retrieve", "qbusiness.SearchRelevantContent", "resourceexplorer2.Search"}

// FitsPage reports whether the operation called name of the service returns all that it can list, or all that matters,
// if it is asked for no more than one page, and no length. set says whether a member of its input is set.
func FitsPage(service, name string, set func(member string) bool) bool {
	if members, ok := fitsPage[service][name]; ok {
		return len(members) == 0 || slices.ContainsFunc(members, set)
	}
	operation := service + "." + name
	return tagging().MatchString(name) || slices.Contains(newestFirst, operation) || slices.Contains(bestFirst, operation) || service == "ec2" && !slices.Contains(pagesOfEC2, name)
}

// pages matches comments that speak of pages, or of how long a list can be.
//
// Source: comments at calls that list things in open-source programs.
var pages = lazyregexp.New(`(?i)\bpaginat|\b(first|one|single) page\b|\b(up to|at most|no more than|fewer than|less than|max(imum)?( of)?|first|limit(ed)? (to|of)) [0-9,]*[0-9]` +
	`|\b(never|not|no) more than\b|\b(only|just) (a )?(handful|few)\b|\b(small|tiny|short) enough\b|\bmuch (smaller|shorter)\b` +
	`|\b(data ?set|list|table|set|number)( of [a-z]+)? (is|are) (very |always |expected to be )*(small|tiny|short|limited)\b|\b(a|very) (small|tiny|limited) (data ?set|list|table|set|number)\b`)

// SpeaksOfPages reports whether a comment says that a list comes in pages, or that it is short.
func SpeaksOfPages(comment string) bool {
	return pages().MatchString(strings.Join(strings.Fields(comment), " ")) // lines end anywhere
}

// nextPage matches the names of members, and of methods of paginators, that say whether a list goes on, and where.
//
// Source: the names of the members that the paginators of the SDK read.
var nextPage = lazyregexp.New(`Token$|^(Next)?Marker$|^Next(Key|Record)|^LastEvaluated|^ExclusiveStart|^(IsTruncated|HasMore\w*|NextPage)$`)

// TellsNextPage reports whether a member or method called name says so.
func TellsNextPage(name string) bool { return nextPage().MatchString(name) }

// returnsExisting are operations that create something, by service and name, with what that is: they return
// it where it exists already, and do no harm.
//
// Source: the API reference of CreateTopic, "This action is idempotent"; of Subscribe, which returns the ARN of the subscription
// where the endpoint has one.
var returnsExisting = map[string]string{"sns.CreateTopic": "Topic", "sns.Subscribe": "Subscription"}

// Creates returns what the operation called name of the service creates, "" if nothing, and whether it returns that where it
// exists already. Otherwise it fails then.
func Creates(service, name string) (thing string, idempotent bool) {
	if thing, ok := returnsExisting[service+"."+name]; ok {
		return thing, true
	}
	if thing, ok := strings.CutPrefix(name, "Create"); ok {
		return thing, false
	}
	return "", false
}
