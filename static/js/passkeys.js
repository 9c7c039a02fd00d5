/* Shows what needs passkeys where the browser has them, and says in words when one could not be used. */
document.addEventListener("DOMContentLoaded", () => {
    if (!window.PublicKeyCredential) return;
    for (const element of document.querySelectorAll("[data-needs-passkeys]")) element.hidden = false;
});

document.addEventListener("allauth.error", (event) => {
    const notice = document.getElementById("passkey-problem");
    if (!notice) return;
    event.preventDefault();
    notice.hidden = false;
    notice.focus();
});
