// Package lambdadrop finds errors that Lambda handlers only log, so that whoever invokes them takes the work for done.
package lambdadrop
