package org.gridclear.cli.option;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How remarks about the input are taken: said, or with {@code --strict} refused. */
public final class StrictOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--strict", description = "Refuse input with warnings or notices (exit code 2).")
  private boolean strict;

  /** Loads a case or network and says on the error stream what there is to say about it. */
  public CaseFiles.Loaded load(String file) {
    CaseFiles.Loaded loaded = CaseSource.load(file);
    check(loaded.log().issues());
    return loaded;
  }

  /**
   * Prints warnings and notices on the error stream.
   *
   * @throws InvalidInputException with all of them, if there are any and they are to be refused
   */
  public void check(List<Issue> remarks) {
    check(remarks, spec.commandLine().getErr());
  }

  /**
   * Prints warnings and notices.
   *
   * @throws InvalidInputException with all of them, if there are any and they are to be refused
   */
  public void check(List<Issue> remarks, PrintWriter out) {
    accepted(remarks).stream().map(Issue::line).forEach(out::println);
  }

  /**
   * The same warnings and notices.
   *
   * @throws InvalidInputException with all of them, if there are any and they are to be refused
   */
  public List<Issue> accepted(List<Issue> remarks) {
    if (strict && !remarks.isEmpty()) {
      throw new InvalidInputException(remarks);
    }
    return remarks;
  }
}
