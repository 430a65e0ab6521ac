;; Has the example reviewed in lsp-mode, by two servers as beside gopls, and prints what happens.
(setq lsp-session-file (concat user-emacs-directory "session")
      lsp-client-packages nil
      lsp-auto-guess-root t
      lsp-enable-snippet nil)
(require 'lsp-mode)
(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection '("awserrlint" "lsp"))
                  :activation-fn (lsp-activate-on "go")
                  :server-id 'another))
(find-file (concat (getenv "ORDERS") "/receipts/receipts.go"))
(lsp)
(say "servers: %s" (length (lsp-workspaces)))
(await "the servers" (lambda () (seq-every-p (lambda (w) (eq 'initialized (lsp--workspace-status w))) (lsp-workspaces))))

(defun messages () (delete-dups (mapcar #'lsp:diagnostic-message (gethash (buffer-file-name) (lsp-diagnostics t)))))

(dolist (message (await "diagnostics" #'messages)) (say "diagnostic: %s" message))

;; What can s3.HeadObject return?
(go-to "HeadObject(")
(say "hover: %s" (lsp--render-on-hover-content (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params))) t))

;; Choose the first action at the match that never matches.
(go-to "errors.As(err, &missing)")
(let ((actions (append (lsp-code-actions-at-point) nil)))
  (dolist (title (delete-dups (mapcar #'lsp:code-action-title actions))) (say "action: %s" title))
  (lsp-execute-code-action (car actions)))
(await "the end of the finding" (lambda () (sit-for 0.02) (not (seq-some (lambda (m) (string-match-p "never returns" m)) (messages)))))
(say-lines 46 49)
