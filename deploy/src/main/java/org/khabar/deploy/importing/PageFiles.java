package org.khabar.deploy.importing;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.client.DocumentForm;

/** Finds the pages that a user names: files as they are, folders with all the pages, feeds and lists below them. */
public final class PageFiles {
    private PageFiles() {}

    /**
     * The pages, folders in the order of names. What does not exist or cannot be read stays in the list: importing it
     * fails with its own line.
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

    /** Links are followed: a folder of links to pages is a folder of pages. */
    private static List<Path> below(Path folder) {
        Collector pages = new Collector();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, pages);
        } catch (IOException e) {
            throw StackException.because("cannot read folder " + folder, e);
        }
        Collections.sort(pages.found);
        return pages.found;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (DocumentForm.find(file).isPresent()) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A folder that cannot be opened, or something else that cannot be looked at. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!(failure instanceof FileSystemLoopException)) { // its pages are found without the loop
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A folder whose listing broke off: what was found before counts. */
        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                found.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
