// Package docs generates documentation from the code: the page of each rule, the schema of
// settings, the findings in examples/orders, the lists in the README, and the code that
// guides show. Its tests check that all documentation agrees with the code.
package docs
