// No text holds a table: who pastes one (from Word, from a spreadsheet) is told at the field what became of it.
(() => {
    const { told } = document.currentScript.dataset;

    const tell = (field) => {
        const place = field.closest(".w-field__wrapper")?.querySelector("[data-field-errors]");
        if (!place || place.querySelector(".desk-pasted-table")) return;
        const notice = document.createElement("p");
        notice.className = "error-message desk-pasted-table";
        notice.setAttribute("role", "alert");
        notice.textContent = told;
        place.append(notice);
    };

    const listen = (event) => {
        if (!(event.target instanceof Element)) return;
        if (/<table[\s>]/i.test(event.clipboardData?.getData("text/html") ?? "")) tell(event.target);
    };

    // Before the text editor, which lets no paste past it.
    document.addEventListener("paste", listen, { capture: true });
})();
