package org.gridclear.cli.protection;

import java.util.Map;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.source.KeySource;
import org.gridclear.atrest.source.KeySources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The keys of data at rest that a command line or the environment names. */
public final class DataKeys {
  /** The option of all commands that names them. */
  public static final String OPTION = AtRest.OPTION;

  /** Variable with the address of the keys of all commands. */
  public static final String VARIABLE = "GRIDCLEAR_DATA_KEY";

  private DataKeys() {}

  /** A command that makes or shows keys itself, so that there need be none when it begins. */
  public interface Made {}

  /** Uses the keys that are named, from now on and in this process; none where none are named. */
  static void use(ParseResult parsed, Map<String, String> environment) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    CommandSpec spec = command.commandSpec();
    String address = address(spec, environment);
    if (address == null || spec.userObject() instanceof Made) {
      AtRest.forget();
      return;
    }
    KeySource source = KeySources.of(address);
    AtRest.use(source::load);
  }

  private static @Nullable String address(CommandSpec spec, Map<String, String> environment) {
    OptionSpec option = spec.findOption(OPTION);
    String given = option == null ? null : option.getValue();
    String address = given == null ? environment.get(VARIABLE) : given;
    return address == null || address.isBlank() ? null : address;
  }

  /**
   * The source that is named.
   *
   * @throws IllegalArgumentException if none is
   */
  public static KeySource source(CommandSpec spec) {
    String address = address(spec, System.getenv());
    if (address == null) {
      throw new IllegalArgumentException(
          "Which keys? Say %s file:PATH, pkcs11:… or https://…, or set %s."
              .formatted(OPTION, VARIABLE));
    }
    return KeySources.of(address);
  }
}
