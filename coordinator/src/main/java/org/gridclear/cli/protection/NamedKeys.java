package org.gridclear.cli.protection;

import java.util.Map;
import org.gridclear.atrest.AtRest;
import org.gridclear.signature.Signing;
import picocli.CommandLine.ParseResult;

/** The keys that a command line or the environment names, while its command runs. */
public final class NamedKeys {
  private NamedKeys() {}

  /**
   * Uses them from now on and in this process.
   *
   * @throws IllegalArgumentException if they cannot be used
   */
  public static void use(ParseResult parsed, Map<String, String> environment) {
    DataKeys.use(parsed, environment);
    SigningOption.use(parsed, environment);
  }

  /** Uses none any more. */
  public static void forget() {
    AtRest.forget();
    Signing.forget();
  }
}
