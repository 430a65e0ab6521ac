// Package plog has a logger of the program's own.
package plog

import "log"

type Logger struct{ prefix string }

func (l *Logger) LogError(err error, fields ...string) { log.Print(l.prefix, err, fields) }
