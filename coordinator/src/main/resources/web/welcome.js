// The code of the link stands behind the #: it goes to the server in bodies alone.
const at = (id) => document.getElementById(id);
const invitation = location.hash.slice(1);
history.replaceState(null, "", location.pathname);

const ask = async (path, body) => {
  const answer = await fetch("/api/v1/invitations/" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ invitation, ...body }),
  });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail || content.title);
  return content;
};
const tell = (text) => { at("said").textContent = text; };

at("open").addEventListener("click", async () => {
  try {
    const welcome = await ask("opened", {});
    at("user").textContent = welcome.name;
    at("factor").href = welcome.secondFactor;
    at("factor").firstElementChild.textContent = welcome.secondFactor;
    at("open").hidden = true;
    at("form").hidden = false;
    at("password").focus();
    tell("");
  } catch (failure) {
    tell(failure.message);
  }
});
at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const password = at("password").value;
  if (password !== at("again").value) {
    tell("The two passwords differ.");
    return;
  }
  try {
    await ask("accepted", { password, code: at("code").value });
    at("form").remove();
    at("intro").remove();
    tell("Both are set. Log in with the next code that the app shows. ");
    const link = document.createElement("a");
    link.href = "/";
    link.textContent = "To the start page";
    at("said").append(link);
  } catch (failure) {
    tell(failure.message);
  }
});
