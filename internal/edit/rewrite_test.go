package edit

import "testing"

func TestTidy(t *testing.T) {
	names := map[string]string{"example.com/go-y": "y", "fmt": "fmt", "strings": "strings"}
	tests := []struct {
		name, src, fixed, want string
	}{
		{
			"used imports stay",
			"package a\n\nimport \"fmt\"\n\nvar _ = fmt.Sprint\n",
			"package a\n\nimport \"fmt\"\n\nvar _ =   fmt.Sprintf\n",
			"package a\n\nimport \"fmt\"\n\nvar _ = fmt.Sprintf\n",
		},
		{
			"unused imports go, by the name of the package",
			"package a\n\nimport (\n\t\"example.com/go-y\"\n\t\"fmt\"\n)\n\nvar _, _ = y.Y, fmt.Sprint\n",
			"package a\n\nimport (\n\t\"example.com/go-y\"\n\t\"fmt\"\n)\n\nvar _, _ = 1, fmt.Sprint\n",
			"package a\n\nimport (\n\t\"fmt\"\n)\n\nvar _, _ = 1, fmt.Sprint\n",
		},
		{
			"a local name is no use",
			"package a\n\nimport f \"fmt\"\n\nvar _ = f.Sprint\n",
			"package a\n\nimport f \"fmt\"\n\nfunc g(f int) int { return f }\n",
			"package a\n\nfunc g(f int) int { return f }\n",
		},
		{
			"all of several",
			"package a\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.Clone\n",
			"package a\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = 1, 2\n",
			"package a\n\nvar _, _ = 1, 2\n",
		},
		{
			"blank, dot and unknown imports stay",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
			"package a\n\nimport _ \"fmt\"\nimport . \"strings\"\nimport \"new\"\n",
		},
		{
			"what was not formatted is not",
			"package a\n\nvar  x = 1\n",
			"package a\n\nvar  x  = 2\n",
			"package a\n\nvar  x  = 2\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := tidy([]byte(test.src), []byte(test.fixed), names)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}
