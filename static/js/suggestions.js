/* Suggestions while somebody types into a search field: a combobox with a list (WAI-ARIA Authoring Practices), laid over
   a form that works without it. What is offered, and how it is told, comes from the server in the page's language. */
(() => {
    "use strict";

    const WAIT_MILLISECONDS = 120;

    class Suggestions {
        constructor(form, number) {
            this.form = form;
            this.input = form.querySelector("input[type=search]");
            this.list = this.part("ul", { id: `suggestions-${number}`, role: "listbox", class: "suggestions" });
            this.list.setAttribute("aria-label", form.getAttribute("aria-label"));
            this.list.hidden = true;
            this.status = this.part("p", { role: "status", class: "visually-hidden" });
            this.active = -1;
            this.become();
            this.listen();
        }

        part(name, attributes) {
            const element = document.createElement(name);
            for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
            this.input.parentElement.append(element);
            return element;
        }

        become() {
            // A field of the type "search" has a role of its own that nothing may take the place of.
            this.input.type = "text";
            this.input.inputMode = "search";
            this.input.setAttribute("role", "combobox");
            this.input.setAttribute("aria-autocomplete", "list");
            this.input.setAttribute("aria-controls", this.list.id);
            this.input.setAttribute("aria-expanded", "false");
        }

        listen() {
            this.input.addEventListener("input", () => this.ask());
            this.input.addEventListener("keydown", (event) => this.press(event));
            this.input.addEventListener("blur", () => this.close());
            // The field keeps the focus, or it would close the list before the click arrives.
            this.list.addEventListener("mousedown", (event) => event.preventDefault());
            this.list.addEventListener("click", (event) => this.follow(event.target.closest("[role=option]")));
        }

        ask() {
            clearTimeout(this.timer);
            this.request?.abort();
            if (!this.input.value.trim()) {
                this.close();
                return;
            }
            this.timer = setTimeout(() => this.fetch(), WAIT_MILLISECONDS);
        }

        async fetch() {
            this.request = new AbortController();
            const address = `${this.form.dataset.suggestions}?${new URLSearchParams({ q: this.input.value })}`;
            try {
                const response = await fetch(address, { signal: this.request.signal });
                this.show(response.ok ? await response.json() : { suggestions: [], told: "" });
            } catch (error) {
                if (error.name !== "AbortError") this.close();
            }
        }

        show({ suggestions, told }) {
            if (document.activeElement === this.input) this.write(suggestions, told);
        }

        write(suggestions, told) {
            this.active = -1;
            this.input.removeAttribute("aria-activedescendant");
            this.list.replaceChildren(...suggestions.map((one, index) => this.option(one, index)));
            this.list.hidden = suggestions.length === 0;
            this.input.setAttribute("aria-expanded", String(suggestions.length > 0));
            this.status.textContent = told;
        }

        option(suggestion, index) {
            const option = document.createElement("li");
            option.id = `${this.list.id}-${index}`;
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            option.dataset.url = suggestion.url;
            const title = document.createElement("bdi");
            title.lang = suggestion.language;
            title.textContent = suggestion.title;
            const kind = document.createElement("small");
            kind.textContent = suggestion.kind_name;
            option.append(title, " ", kind);
            return option;
        }

        press(event) {
            if (event.isComposing) return;
            if (this.list.hidden) {
                if (event.key === "ArrowDown") this.ask();
                return;
            }
            const count = this.list.children.length;
            if (event.key === "ArrowDown") this.choose(this.active + 1 < count ? this.active + 1 : -1);
            else if (event.key === "ArrowUp") this.choose(this.active > -1 ? this.active - 1 : count - 1);
            else if (event.key === "Escape") this.close();
            else if (event.key === "Enter" && this.active > -1) this.follow(this.list.children[this.active]);
            else return;
            event.preventDefault();
        }

        choose(index) {
            this.list.children[this.active]?.setAttribute("aria-selected", "false");
            this.active = index;
            const option = this.list.children[index];
            if (!option) {
                this.input.removeAttribute("aria-activedescendant");
                return;
            }
            option.setAttribute("aria-selected", "true");
            option.scrollIntoView({ block: "nearest" });
            this.input.setAttribute("aria-activedescendant", option.id);
        }

        follow(option) {
            if (option) location.assign(option.dataset.url);
        }

        close() {
            clearTimeout(this.timer);
            this.request?.abort();
            this.write([], "");
        }
    }

    document.querySelectorAll("form[data-suggestions]").forEach((form, number) => new Suggestions(form, number));
})();
