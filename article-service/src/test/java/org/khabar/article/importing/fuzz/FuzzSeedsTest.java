package org.khabar.article.importing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The seeds of the fuzz tests, and what those have found, under every build. See CONTRIBUTING.md for fuzzing itself. */
class FuzzSeedsTest {

    @TestFactory
    Stream<DynamicTest> whatHoldsForAllBytesHoldsForTheSeeds() {
        return Stream.of(FuzzTarget.values()).flatMap(target -> {
            List<Path> seeds = seeds(target);
            assertThat(seeds).as(target.name()).hasSizeGreaterThan(1);
            return seeds.stream()
                    .map(seed -> DynamicTest.dynamicTest(
                            target + " " + seed.getFileName(), () -> target.check(Files.readAllBytes(seed))));
        });
    }

    private static List<Path> seeds(FuzzTarget target) {
        return target.folders().stream()
                .distinct()
                .flatMap(FuzzSeedsTest::list)
                .filter(target::isSeed)
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
