//! Sees to it that no server or browser outlives the test that started it,
//! not even when the test is killed and can't clean up after itself.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

/// The guardian's whole life: wait until the pipe from the test closes, then
/// signal the group, give it five seconds to go, and remove its folder.
const SCRIPT: &str = r#"
read -r line
kill -s "$1" -- "-$2" 2>/dev/null
for attempt in 1 2 3 4 5 6 7 8 9 10; do
    kill -s 0 -- "-$2" 2>/dev/null || break
    sleep 0.5
done
if [ -n "$3" ]; then rm -rf -- "$3"; fi
"#;

/// A child process in a process group of its own, which ends at the latest
/// when this value is dropped or when the test program is gone.
pub(crate) struct GuardedChild {
    child: Child,
    guardian: Child,
}

impl GuardedChild {
    /// Starts the command. `last_signal` ("KILL", "QUIT") ends its group
    /// when the test program dies; `folder` is removed after that.
    pub(crate) fn spawn(
        command: &mut Command,
        last_signal: &str,
        folder: Option<&Path>,
    ) -> io::Result<Self> {
        let mut child = command.process_group(0).spawn()?;
        match watch(child.id(), last_signal, folder) {
            Ok(guardian) => Ok(Self { child, guardian }),
            Err(error) => {
                child.kill()?;
                child.wait()?;
                Err(error)
            }
        }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Signals the whole group. A group that has ended already is no error.
    pub(crate) fn signal(&mut self, signal: Signal) {
        let Ok(None) = self.child.try_wait() else {
            return;
        };
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(pid, signal);
        }
    }

    /// Waits for the child's end; `None` when it still runs at the deadline.
    pub(crate) fn wait_at_most(&mut self, patience: Duration) -> io::Result<Option<ExitStatus>> {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            if Instant::now() >= deadline {
                return Ok(None);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for GuardedChild {
    fn drop(&mut self) {
        self.signal(Signal::KILL);
        let _ = self.child.wait();
        // Dismissed before its pipe closes, so that it can't signal a group
        // number that the system has given to somebody else since.
        let _ = self.guardian.kill();
        let _ = self.guardian.wait();
    }
}

fn watch(group: u32, last_signal: &str, folder: Option<&Path>) -> io::Result<Child> {
    Command::new("sh")
        .args(["-c", SCRIPT, "guardian", last_signal, &group.to_string()])
        .arg(folder.unwrap_or(Path::new("")))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .current_dir("/")
        .process_group(0)
        .spawn()
}
