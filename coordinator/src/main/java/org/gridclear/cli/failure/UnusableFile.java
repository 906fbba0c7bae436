package org.gridclear.cli.failure;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file or folder that somebody named, and what to do about it. */
final class UnusableFile {
  private UnusableFile() {}

  /** Place and advice; empty where it is the machine that is broken. */
  static Optional<String> advice(Throwable cause) {
    if (cause instanceof FileNotFoundException missing) {
      return Optional.of("%s. Check the path.".formatted(missing.getMessage()));
    }
    if ("Is a directory".equals(cause.getMessage())) {
      return Optional.of("A folder is named where a file is needed. Check the path.");
    }
    if (!(cause instanceof FileSystemException failure) || failure.getFile() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(rule(failure))
        .map(rule -> "%s: %s".formatted(failure.getFile(), rule));
  }

  private static @Nullable String rule(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder. Check the path.";
    }
    if (failure instanceof AccessDeniedException) {
      return "this account may not read or write it. Check its permissions.";
    }
    if (failure instanceof NotDirectoryException) {
      return "this is a file; name a folder.";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "this is there already. Name another, or move it away.";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "this folder is not empty. Name another, or move its files away.";
    }
    if (failure instanceof FileSystemLoopException) {
      return "its links lead back to themselves. Name the folder itself.";
    }
    String reason = failure.getReason() == null ? "" : failure.getReason();
    return switch (reason.toLowerCase(Locale.ROOT)) {
      case "is a directory" -> "this is a folder; name a file.";
      case "not a directory" -> "a part of the path is a file. Check the path.";
      default -> null;
    };
  }
}
