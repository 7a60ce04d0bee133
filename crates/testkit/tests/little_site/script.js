// A form that the page sends by itself, as htmx does.
const swaps = document.getElementById("swaps");
if (swaps) {
  swaps.addEventListener("submit", event => {
    event.preventDefault();
    setTimeout(() => { swaps.textContent = "Swapped."; }, 300);
  });
}

const line = document.getElementById("script");
if (line) {
  line.textContent = "Scripts are on.";
  setTimeout(() => { document.getElementById("later").textContent = "This came later."; }, 300);
}
