package rule

import "honnef.co/go/tools/analysis/lint"

// directiveDoc is the page of the rule on directives.
var directiveDoc = &lint.RawDocumentation{
	Title: `Comment that is meant to suppress a finding and does not`,
	Text: `A comment of the form

    //awserrlint:ignore rule[,rule] reason

suppresses findings of these rules on its line or, where nothing else stands on that line,
on the line below. A rule can also be named by its group (lost, matched, lambda) or a glob
such as lambda*. The comment is reported if it names no rule, or one that does not exist,
and if it has no reason: then it suppresses nothing.

With -unused, one that suppresses nothing is reported as well, unless it names a rule that
does not run. So is what a file of -baseline accepts and is no longer found.

//lint:ignore comments work alike, and //nolint:awserrlint suppresses all rules, but both
are not reported: other programs read them, too.

This rule runs whenever others do. It cannot be suppressed.`,
	Before: `//awserrlint:ignore discarded
_, _ = client.PutItem(ctx, input)`,
	After: `//awserrlint:ignore discarded the cache is only an optimization
_, _ = client.PutItem(ctx, input)`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
