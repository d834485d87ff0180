package org.khabar.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.process.ProcessRecord;
import org.khabar.deploy.progress.Progress;

class StackTest {
    @TempDir
    Path root;

    private final RecordedProgress progress = new RecordedProgress();
    private final List<Stack> stacks = new ArrayList<>();

    @AfterEach
    void stopAll() {
        stacks.forEach(stack -> stack.stop(new RecordedProgress()));
    }

    @Test
    void partsStartInOrderAndStopInReverse() {
        Stack stack = stack(healthy(Part.POSTGRES), healthy(Part.GATEWAY));

        assertThat(stack.start(progress)).isEqualTo(2);
        assertThat(stack.stop(progress)).isEqualTo(2);

        assertThat(progress.done())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("PostgreSQL: up on port"),
                        line -> assertThat(line).startsWith("gateway: up on port"),
                        line -> assertThat(line).isEqualTo("gateway: stopped"),
                        line -> assertThat(line).isEqualTo("PostgreSQL: stopped"));
        assertThat(stack.isRunning()).isFalse();
    }

    @Test
    void startingAgainStartsOnlyWhatDied() {
        Stack stack = stack(healthy(Part.POSTGRES), healthy(Part.GATEWAY));
        stack.start(progress);
        long postgres = pid(stack, 0);
        long gateway = pid(stack, 1);
        kill(gateway);
        await().until(() -> stack.status().get(1).state() == PartStatus.State.DOWN);

        assertThat(stack.start(progress)).isEqualTo(1);
        assertThat(pid(stack, 0)).isEqualTo(postgres);
        assertThat(pid(stack, 1)).isNotEqualTo(gateway);
        assertThat(stack.start(progress)).isZero();
    }

    @Test
    void aPartThatDiesAtItsStartLeavesNothingBehind() {
        Stack stack = stack(
                healthy(Part.POSTGRES),
                healthy(Part.GATEWAY)
                        .withCommand("echo 'ERROR no supergraph' >&2; exit 3")
                        .withHealth(() -> new Health.Unhealthy("no answer")));

        assertThatThrownBy(() -> stack.start(progress))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("gateway died at its start; log " + root)
                .hasMessageEndingWith("gateway.log ends: ERROR no supergraph");
        assertThat(stack.isRunning()).isFalse();
    }

    @Test
    void aPartThatDoesNotGetHealthyLeavesNothingBehind() {
        Stack stack = stack(healthy(Part.GATEWAY).withHealth(() -> new Health.Unhealthy("waits for articles")));

        assertThatThrownBy(() -> stack.start(progress))
                .hasMessageStartingWith("gateway is not healthy after 2 s (waits for articles)");
        assertThat(stack.isRunning()).isFalse();
    }

    @Test
    void aPartThatCannotBeRecordedIsNotLeftRunning() throws Exception {
        Path pid = root.resolve("pid");
        Stack stack = stack(healthy(Part.GATEWAY).withCommand("echo $$ >" + pid + "; exec sleep 600"));
        Path obstacle = Installation.of(root, Map.of()).runFolder().resolve("gateway.json");

        assertThatThrownBy(() -> stack.start(new ObstructingProgress(obstacle.resolve("in-the-way"))))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("cannot write " + obstacle);
        Folders.delete(obstacle);
        long process = Files.exists(pid) ? Long.parseLong(Files.readString(pid).strip()) : 0;
        assertThat(ProcessHandle.of(process).filter(ProcessRecord::isRunning)).isEmpty();
    }

    @Test
    void aFailedStartLeavesThePartsThatRanBefore() {
        SleepingPart postgres = healthy(Part.POSTGRES);
        SleepingPart gateway = healthy(Part.GATEWAY);
        stack(postgres).start(progress);
        Stack whole = stack(postgres, gateway.withCommand("exit 1").withHealth(() -> new Health.Unhealthy("dead")));

        assertThatThrownBy(() -> whole.start(progress)).isInstanceOf(StackException.class);
        assertThat(whole.status().getFirst().isUp()).isTrue();
    }

    @Test
    void aPortInUseStopsTheStartBeforeItBegins() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Stack stack = stack(healthy(Part.POSTGRES), healthy(Part.KEYCLOAK).withPort(taken.getLocalPort()));

            assertThatThrownBy(() -> stack.start(progress))
                    .hasMessage("port " + taken.getLocalPort() + ", which Keycloak needs, is in use by another program"
                            + " (choose another: --keycloak-port PORT or KHABAR_PORT_KEYCLOAK)");
            assertThat(progress.done()).isEmpty();
            assertThat(stack.status().get(1).detail()).isEqualTo("port is in use by another program");
        }
    }

    @Test
    void statusTellsUpUnhealthyAndDeadApart() {
        SleepingPart postgres = healthy(Part.POSTGRES);
        SleepingPart keycloak = healthy(Part.KEYCLOAK);
        SleepingPart gateway = healthy(Part.GATEWAY);
        Stack stack = stack(postgres, keycloak, gateway);
        stack.start(progress);
        kill(pid(stack, 2));
        Stack later = stack(postgres, keycloak.withHealth(() -> new Health.Unhealthy("database is gone")), gateway);

        await().until(() -> later.status().get(2).state() == PartStatus.State.DOWN);
        List<PartStatus> status = later.status();
        assertThat(status.get(0).isUp()).isTrue();
        assertThat(status.get(1).state()).isEqualTo(PartStatus.State.UNHEALTHY);
        assertThat(status.get(1).detail()).isEqualTo("database is gone");
        assertThat(status.get(2).detail()).startsWith("died; log ");
    }

    @Test
    void onlyOneCommandStartsOrStopsAtATime() {
        Stack stack = stack(healthy(Part.POSTGRES));
        Installation installation = Installation.of(root, Map.of());
        installation.create();
        try (StackLock held = StackLock.acquire(installation.lockFile())) {
            assertThatThrownBy(() -> stack.start(progress))
                    .hasMessage("another ./khabar up or down is at work; wait until it is done");
        }
    }

    @Test
    void theWatchReportsADeathAndAReturnAndEndsWithTheStack() {
        Stack stack = stack(healthy(Part.POSTGRES), healthy(Part.GATEWAY));
        stack.start(progress);
        List<String> reports = new CopyOnWriteArrayList<>();
        StackWatch watch = stack.watch();
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> watch.untilNoneRuns(reports::add));

        kill(pid(stack, 1));
        await().until(() -> reports.size() == 1);
        assertThat(reports.getFirst()).startsWith("gateway died; the rest keeps running; ./khabar up starts it again");

        stack.start(progress);
        await().until(() -> reports.contains("gateway runs again"));

        stack.stop(progress);
        assertThat(ended.join()).isTrue();
        assertThat(reports).contains("PostgreSQL was stopped");
    }

    @Test
    void theWatchTellsAStackThatDiedFromOneThatWasStopped() {
        Stack stack = stack(healthy(Part.POSTGRES));
        stack.start(progress);
        kill(pid(stack, 0));

        assertThat(stack.watch().untilNoneRuns(line -> {})).isFalse();
    }

    @Test
    void aCancelledStartStopsWhatItStartedAndStartsNoMore() {
        List<Stack> self = new ArrayList<>();
        SleepingPart cancelling = healthy(Part.GATEWAY).withHealth(() -> {
            self.getFirst().cancelStart(new RecordedProgress());
            return new Health.Unhealthy("not yet");
        });
        Stack stack = stack(healthy(Part.POSTGRES), cancelling, healthy(Part.KEYCLOAK));
        self.add(stack);

        assertThatThrownBy(() -> stack.start(progress)).isInstanceOf(StackException.class);
        assertThat(stack.isRunning()).isFalse();
    }

    private static SleepingPart healthy(Part part) {
        return SleepingPart.healthy(part);
    }

    private Stack stack(StackPart... parts) {
        Stack stack = new Stack(Installation.of(root, Map.of()), Ports.defaults(), List.of(parts));
        stacks.add(stack);
        return stack;
    }

    private static long pid(Stack stack, int part) {
        return stack.status().get(part).processId().orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Makes a folder where a record would be written, once the start is under way. */
    private record ObstructingProgress(Path folder) implements Progress {
        @Override
        public void doing(String subject, String action) {
            if (action.equals("starting")) {
                folder.toFile().mkdirs();
            }
        }

        @Override
        public void done(String subject, String outcome) {}

        @Override
        public void step() {}

        @Override
        public void say(String line) {}

        @Override
        public void close() {}
    }
}
