;; What eglot.el and lspmode.el share, for emacs_test.go.
(package-initialize)
(setq user-emacs-directory (file-name-as-directory (getenv "STATE")))
(require 'go-mode)

(defun say (format &rest args) (princ (apply #'format (concat format "\n") args)))

(defun await (what ready)
  "Wait until READY returns something, and return that."
  (let ((end (+ (float-time) 60)) result)
    (while (not (or (setq result (funcall ready)) (> (float-time) end)))
      (accept-process-output nil 0.02))
    (unless result
      (say "timeout: %s" what)
      (kill-emacs 1))
    result))

(defun go-to (text)
  "Go to the middle of the first TEXT."
  (goto-char (point-min))
  (search-forward text)
  (backward-char (/ (length text) 2)))

(defun say-lines (from to)
  (dolist (n (number-sequence from to))
    (goto-char (point-min))
    (forward-line (1- n))
    (say "line %d: %s" n (buffer-substring (line-beginning-position) (line-end-position)))))
