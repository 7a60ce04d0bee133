const line = document.getElementById("script");
if (line) {
  line.textContent = "Scripts are on.";
  setTimeout(() => { document.getElementById("later").textContent = "This came later."; }, 300);
}
