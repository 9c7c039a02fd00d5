// Text takes the direction of what is typed, whatever the admin's own language: an Arabic title in a French admin.
(() => {
    const fields = "textarea, input:not([type]), input[type=text], input[type=search], [contenteditable=true]";

    const settle = (root) => {
        const found = root.matches?.(fields) ? [root] : [];
        for (const field of [...found, ...root.querySelectorAll(fields)]) {
            if (!field.dir) field.dir = "auto";
        }
    };

    document.addEventListener("DOMContentLoaded", () => {
        settle(document.body);
        const observer = new MutationObserver((changes) => {
            for (const change of changes) {
                for (const node of change.addedNodes) {
                    if (node.nodeType === Node.ELEMENT_NODE) settle(node);
                }
            }
        });
        observer.observe(document.body, { childList: true, subtree: true });
    });
})();
