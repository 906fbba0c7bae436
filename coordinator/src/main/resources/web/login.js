// A form to log in above the list of calls: the token goes into every call that is tried out.
window.addEventListener("load", () => {
  const form = document.createElement("form");
  form.id = "gridclear-login";
  form.style.cssText = "display:flex;flex-wrap:wrap;gap:8px;align-items:end;padding:12px 20px;font:14px sans-serif";
  const said = document.createElement("output");
  said.setAttribute("role", "status");

  const field = (name, label, type, complete) => {
    const box = document.createElement("label");
    box.style.cssText = "display:flex;flex-direction:column;gap:2px";
    box.textContent = label;
    const input = document.createElement("input");
    input.name = name;
    input.type = type;
    input.required = true;
    input.autocomplete = complete;
    input.style.cssText = "padding:6px;font:inherit";
    box.append(input);
    return box;
  };
  const button = (text) => {
    const made = document.createElement("button");
    made.textContent = text;
    made.style.cssText = "padding:7px 14px;font:inherit";
    return made;
  };
  const ask = async (method, path, body) => {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    const content = text ? JSON.parse(text) : {};
    if (!answer.ok) throw new Error([content.detail || content.title, content.advice].filter(Boolean).join(" "));
    return content;
  };
  form.append(
    field("name", "User", "text", "username"),
    field("password", "Password", "password", "current-password"),
    field("code", "Code of the second factor", "text", "one-time-code"),
    button("Log in"),
    said,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = (name) => form.elements[name].value;
    try {
      const body = { name: value("name"), password: value("password"), code: value("code") };
      const session = await ask("POST", "/api/v1/session", body);
      form.elements.password.value = form.elements.code.value = "";
      window.ui.preauthorizeApiKey("token", session.token);
      said.textContent = "Logged in: calls that are tried out carry your token until this page is left.";
    } catch (failure) {
      said.textContent = failure.message;
    }
  });
  document.body.prepend(form);
});
