package org.gridclear.atrest.source;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;

/**
 * Keys in a token (HSM) by PKCS#11. An AES key is made in the token and never leaves it; a data key
 * is two blocks that the token encrypts with it, the same each time.
 */
record KeyToken(String slot, String module, KeyAddress address) implements KeySource {
  static final String SCHEME = "pkcs11:";
  private static final String ALIAS = "gridclear-data-";
  private static final String SLOT = "slot-id=";

  static KeyToken of(String text) {
    KeyAddress address = KeyAddress.of(text);
    String path = address.before().substring(SCHEME.length());
    if (!path.startsWith(SLOT) || !path.substring(SLOT.length()).matches("\\d{1,19}")) {
      throw new KeyRefusedException(
          "The keys (%s) must begin with pkcs11:slot-id=N.".formatted(text));
    }
    return new KeyToken(path.substring(SLOT.length()), address.needed("module-path"), address);
  }

  /** An open token. */
  private record Token(Provider provider, KeyStore store) {
    List<String> aliases() throws GeneralSecurityException {
      List<String> own = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (alias.matches(ALIAS + "\\d{6}")) {
          own.add(alias);
        }
      }
      Collections.sort(own);
      return own;
    }
  }

  private Token open() throws GeneralSecurityException, IOException {
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new KeyRefusedException("This Java has no PKCS#11 (module jdk.crypto.cryptoki).");
    }
    String pin = address.secret("pin-source");
    Provider provider =
        base.configure(
            "--name=gridclear-%s\nlibrary=%s\nslot=%s\nattributes(generate,CKO_SECRET_KEY,*) = {\n  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n}\n"
                .formatted(slot, module, slot));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, pin.toCharArray());
    return new Token(provider, store);
  }

  private interface Work {
    KeyRing with(Token token) throws GeneralSecurityException;
  }

  private KeyRing with(Work work) {
    try {
      return work.with(open());
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new KeyRefusedException(
          "The token (slot %s of %s) does not give its keys: %s. Look at module-path, slot-id and the PIN."
              .formatted(slot, module, why.getMessage() == null ? why : why.getMessage()),
          e);
    }
  }

  private KeyRing ring(Token token) throws GeneralSecurityException {
    List<DataKey> keys = new ArrayList<>();
    for (String alias : token.aliases()) {
      SecretKey held = (SecretKey) token.store().getKey(alias, null);
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", token.provider());
      cipher.init(Cipher.ENCRYPT_MODE, held);
      byte[] blocks = new byte[DataKey.BYTES];
      blocks[0] = 1;
      blocks[DataKey.BYTES / 2] = 2;
      keys.add(new DataKey(cipher.doFinal(blocks), alias));
    }
    if (keys.isEmpty()) {
      throw new KeyRefusedException(
          "The token (slot %s) has no key yet. Make one with: gridclear keys init".formatted(slot));
    }
    return new KeyRing(keys, SCHEME + SLOT + slot);
  }

  private static void generate(Token token) throws GeneralSecurityException {
    List<String> before = token.aliases();
    int number =
        before.isEmpty()
            ? 1
            : Integer.parseInt(before.get(before.size() - 1).substring(ALIAS.length())) + 1;
    KeyGenerator generator = KeyGenerator.getInstance("AES", token.provider());
    generator.init(DataKey.BYTES * Byte.SIZE);
    token
        .store()
        .setKeyEntry("%s%06d".formatted(ALIAS, number), generator.generateKey(), null, null);
  }

  @Override
  public KeyRing load() {
    return with(this::ring);
  }

  @Override
  public KeyRing init(Clock clock) {
    return with(
        token -> {
          if (!token.aliases().isEmpty()) {
            throw new KeyRefusedException(
                "The token (slot %s) has a key already. For another: gridclear keys rotate"
                    .formatted(slot));
          }
          generate(token);
          return ring(token);
        });
  }

  @Override
  public KeyRing rotate(Clock clock) {
    return with(
        token -> {
          ring(token);
          generate(token);
          return ring(token);
        });
  }
}
