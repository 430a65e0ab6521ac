package errflow

// Steps returns how many values all traces in p have visited.
func (p *Package) Steps() int { return p.solver.steps }
