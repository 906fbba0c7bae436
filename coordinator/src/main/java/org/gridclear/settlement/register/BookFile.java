package org.gridclear.settlement.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.rule.RuleBook;

/**
 * A rule book in a file.
 *
 * @param text what the file says, by which the register knows it
 * @param book what it means
 */
public record BookFile(String text, RuleBook book) {
  /**
   * Reads a book.
   *
   * @throws org.gridclear.validate.InvalidInputException if it is wrong
   */
  public static BookFile read(Path file) throws IOException {
    String text = Files.readString(file);
    return new BookFile(text, RuleBookReader.read(text, file.getFileName().toString()));
  }

  /** Its name in the register. */
  public String hash() {
    return RuleRegister.hash(text);
  }
}
