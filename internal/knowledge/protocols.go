package knowledge

// CodesLackSuffix reports whether no code that the service has in SDK v1, by the name of its package,
// ends in Exception or Fault. In other services a word such as AccessDenied may be a part of a code.
//
// Source: the constants ErrCode… of all service packages of SDK v1 that speak XML, in errors.go of each.
func CodesLackSuffix(service string) bool {
	switch service {
	case "autoscaling", "cloudfront", "elb", "elbv2", "iam", "s3", "simpledb":
		return true
	}
	return false
}
