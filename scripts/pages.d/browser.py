"""Drives a headless Chromium through its debugging pipe: no network port, nothing but Python's own library."""

import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time


class BrowserError(Exception):
    """The browser is not there, does not answer, or says that it cannot."""


class Browser:
    """One browser with one page, closed at the end of a `with`."""

    def __init__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if not program:
            raise BrowserError("Chromium is not installed: scripts/setup installs it")
        self.profile = tempfile.TemporaryDirectory(prefix="rvubench-browser-", ignore_cleanup_errors=True)
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()

        def connect():
            # The browser reads commands from 3 and writes answers to 4.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        command = [program, "--headless", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars",
                   "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
                   "--disable-component-update", "--force-color-profile=srgb", "--font-render-hinting=none",
                   "--disable-lcd-text", f"--user-data-dir={self.profile.name}", "about:blank"]
        if os.geteuid() == 0:
            # Chromium refuses to make its sandbox for root. It only ever opens pages that this program made.
            command.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(command, preexec_fn=connect, close_fds=False, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        # The pages allow no script but their own; the checks are not theirs.
        self.send("Page.setBypassCSP", enabled=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.send("Browser.close", wait=10)
        except BrowserError:
            self.process.kill()
        self.process.wait()
        self.profile.cleanup()

    def _receive(self, until):
        while b"\0" not in self.buffer:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.input], [], [], left)[0]:
                raise BrowserError("the browser does not answer")
            chunk = os.read(self.input, 1 << 20)
            if not chunk:
                raise BrowserError("the browser ended")
            self.buffer += chunk
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def send(self, method, wait=60, **parameters):
        """The answer to a command; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + wait
        while True:
            answer = self._receive(until)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def view(self, width, height=900, dark=False, media="", scale=1):
        """How the next pages are seen: width in CSS pixels, the scheme, and `print` for paper."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=width < 500)
        self.send("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"}])

    def open(self, page, scripts=True):
        """Opens a page and waits until it is there."""
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.events.clear()
        self.send("Page.navigate", url=pathlib.Path(page).resolve().as_uri())
        until = time.monotonic() + 60
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive(until))

    def troubles(self):
        """What the page did that it should not: errors of its script, and requests for anything but itself."""
        found = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                found.append("script: " + details.get("exception", {}).get("description", details["text"]))
            elif method == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                found.append("log: " + parameters["entry"]["text"])
            elif method == "Network.requestWillBeSent" and not parameters["request"]["url"].startswith("file:"):
                found.append("request: " + parameters["request"]["url"][:120])
        return found

    def run(self, expression):
        """The value of a JavaScript expression, waited for where it is a promise."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def picture(self, width, height, scale):
        """A part of the page from its top left, as PNG."""
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                           clip={"x": 0, "y": 0, "width": width, "height": height, "scale": scale})
        return base64.b64decode(answer["data"])

    def paper(self, width=8.27, height=11.69):
        """The page as it is printed, as PDF; inches."""
        answer = self.send("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False,
                           printBackground=True)
        return base64.b64decode(answer["data"])


def one_of_each_kind(folder):
    """One page of each kind in a folder of reports: those at its top, and the longest of each folder below."""
    folder = pathlib.Path(folder)
    pages = sorted(folder.glob("*.html"))
    for below in sorted(path for path in folder.iterdir() if path.is_dir()):
        kind = sorted(below.glob("*.html"), key=lambda path: (-path.stat().st_size, path.name))
        pages += kind[:1]
    return pages
