package org.khabar.deploy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;

/** Something a user can act on: the message is one plain line that names what is wrong and what to do. */
public class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What could not be done, and the reason that the system gives. */
    public static StackException because(String what, IOException reason) {
        return new StackException(what + ": " + explain(reason), reason);
    }

    /** The reason in words; Java's own messages of file failures are often the file's name alone. */
    private static String explain(IOException reason) {
        return switch (reason) {
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case NoSuchFileException e -> e.getFile() + ": does not exist";
            case FileAlreadyExistsException e -> e.getFile() + ": exists already";
            case NotDirectoryException e -> e.getFile() + ": is no folder";
            case DirectoryNotEmptyException e -> e.getFile() + ": is not empty";
            case FileSystemException e -> e.getFile() + ": " + Objects.toString(e.getReason(), "refused by the system");
            case FileNotFoundException e -> String.valueOf(e.getMessage());
            case CharacterCodingException e -> "is not UTF-8";
            default ->
                Optional.ofNullable(reason.getMessage())
                        .orElse(reason.getClass().getSimpleName());
        };
    }
}
