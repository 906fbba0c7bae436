package org.gridclear.cli.protection;

import java.nio.file.Path;
import java.util.Map;
import org.gridclear.signature.Signing;
import org.gridclear.signature.SigningKeys;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The keys to sign with that a command line or the environment names. */
public final class SigningOption {
  /** The option of all commands that names them. */
  public static final String OPTION = Signing.OPTION;

  /** Variable with the folder of the keys of all commands. */
  public static final String VARIABLE = "GRIDCLEAR_SIGN_KEY";

  private SigningOption() {}

  /** Signs with the keys that are named, from now on and in this process. */
  static void use(ParseResult parsed, Map<String, String> environment) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    OptionSpec option = command.commandSpec().findOption(OPTION);
    Path given = option == null ? null : option.getValue();
    String named = environment.getOrDefault(VARIABLE, "");
    boolean makes = command.commandSpec().userObject() instanceof DataKeys.Made;
    if (makes || given == null && named.isBlank()) {
      Signing.forget();
    } else {
      Signing.use(SigningKeys.read(given == null ? Path.of(named) : given));
    }
  }
}
