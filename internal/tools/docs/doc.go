// Package docs writes the parts of the documentation that follow from the code: a
// page for every rule, the schema of settings, what is found in examples/orders, the
// README's lists, and the code that guides show. Its test keeps them in step.
package docs
