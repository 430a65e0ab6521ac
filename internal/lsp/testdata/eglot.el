;; Has the example reviewed in Eglot, and prints what happens.
(require 'eglot)
(find-file (concat (getenv "ORDERS") "/receipts/receipts.go"))
(apply #'eglot--connect (eglot--guess-contact))
(await "the server" #'eglot-managed-p)

(defun messages ()
  (mapcar #'flymake-diagnostic-text (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(flymake-start)
(dolist (message (await "diagnostics" #'messages)) (say "diagnostic: %s" message))

;; What can s3.HeadObject return?
(go-to "HeadObject(")
(let (hover)
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
  (say "hover: %s" (substring-no-properties (await "hover" (lambda () hover)))))

;; Choose the first action at the match that never matches.
(go-to "errors.As(err, &missing)")
(advice-add 'completing-read :override
            (lambda (_ titles &rest _)
              (dolist (title (all-completions "" titles)) (say "action: %s" title))
              (car (all-completions "" titles))))
(let ((last-nonmenu-event ?\r)) ; not the mouse
  (eglot-code-actions (point) nil nil t))
(eglot--signal-textDocument/didChange) ; what an idle Emacs does
(await "the end of the finding" (lambda () (not (seq-some (lambda (m) (string-match-p "never returns" m)) (messages)))))
(say-lines 46 49)
