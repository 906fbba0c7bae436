package org.gridclear.cli.option;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import picocli.CommandLine.Option;

/** How remarks about the input are taken: said, or with {@code --strict} refused. */
public final class StrictOption {
  @Option(names = "--strict", description = "Refuse input with warnings or notices (exit code 2).")
  private boolean strict;

  /** Loads a case or network and says what there is to say about it. */
  public CaseFiles.Loaded load(String file, PrintWriter out) {
    CaseFiles.Loaded loaded = CaseSource.load(file);
    check(loaded.log().issues(), out);
    return loaded;
  }

  /**
   * Prints warnings and notices.
   *
   * @throws InvalidInputException with all of them, if there are any and they are to be refused
   */
  public void check(List<Issue> remarks, PrintWriter out) {
    if (strict && !remarks.isEmpty()) {
      throw new InvalidInputException(remarks);
    }
    remarks.stream().map(Issue::line).forEach(out::println);
  }
}
