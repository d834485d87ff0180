package org.khabar.deploy.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;

/** Finds the pages that a user names: files as they are, folders with all the pages below them. */
public final class PageFiles {
    private static final String PAGE = ".txt";

    private PageFiles() {}

    /**
     * The pages, folders in the order of names. A named path that does not exist stays in the list: importing it fails
     * with its own line.
     *
     * @throws StackException if a folder cannot be read
     */
    public static List<Path> list(List<Path> named) {
        List<Path> pages = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                pages.addAll(below(path));
            } else {
                pages.add(path);
            }
        }
        return pages;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(PAGE) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StackException("cannot read folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
