// Package firstpage reports lists of which only the first page is read.
package firstpage

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `First page of a list, taken for the whole`,
	Text: `Operations that list things return them in pages: 100 users, 1,000 objects, 10
services, a megabyte of items. Only a token in the output says that there is more. A
program that does not look at it works as long as there are few things, and then forgets
some of them: it does not find what exists, creates it again, deletes half, counts wrong.
No error ever tells.

A call is reported where the SDK version in use has a paginator for its operation, and
the program goes through the list, searches, counts, or returns it, but reads no
member that says whether there are more pages. So is NextPage of a paginator that is
called once. DynamoDB applies a filter to each page after it has read that, so with one
even the question whether there is anything needs all pages.

The rule is silent where the program returns, stores or passes on the output or its token;
where it only asks whether there is anything, takes one element, or prints addresses;
where the input sets a limit, says where to begin, names what to list, or sorts it; and
for lists that a quota keeps shorter than a page, such as the access keys of a user.
Without a limit, most operations of EC2 and s3.ListBuckets return all that there is, and
are left alone. So are events that come newest first, and the tags of one thing. Where a
comment speaks of pages, or of how long the list can be, the severity is info, and there
is no fix. A Query of DynamoDB is an info, too: what one key has is seldom more than the 1
MB of a page. So is a list behind which the function creates what it has not found, by an
operation that returns what exists, such as sns.CreateTopic, or whose error for that is
handled: then the list is not needed.

Calls of SDK v1 are not reported.

The fix uses the paginator. A loop over the list becomes the body of the loop over the
pages. Other uses get a variable, to which each page is appended. There is no fix where
the client is no pointer and no interface with the method of the SDK, where the check of
the error does not leave the function, where a comment has code with the output, and where
the input of another operation gets the list, or what is made of it, also in a caller: it
may take no more than a page. NextPage in a branch becomes one in a loop.`,
	Before: `out, err := client.ListUsers(ctx, input)
if err != nil {
	return err
}
for _, user := range out.Users {
	check(user)
}`,
	After: `paginator := iam.NewListUsersPaginator(client, input)
for paginator.HasMorePages() {
	out, err := paginator.NextPage(ctx)
	if err != nil {
		return err
	}
	for _, user := range out.Users {
		check(user)
	}
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
