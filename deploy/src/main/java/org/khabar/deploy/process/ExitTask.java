package org.khabar.deploy.process;

/** Work to be done when this process ends, however it ends short of being killed. */
public final class ExitTask {
    private final Thread hook;

    private ExitTask(Runnable work) {
        this.hook = new Thread(work, "exit-task");
    }

    /** Does the work at the end of the process; at once when the process is ending already. */
    public static ExitTask add(Runnable work) {
        ExitTask task = new ExitTask(work);
        try {
            Runtime.getRuntime().addShutdownHook(task.hook);
        } catch (IllegalStateException e) { // Ctrl-C came first
            work.run();
        }
        return task;
    }

    /** Forgets the work; too late, and without effect, when the process is ending already. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came first: the work is under way, and the process ends when it is done.
        }
    }
}
