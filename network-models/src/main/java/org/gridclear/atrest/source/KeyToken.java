package org.gridclear.atrest.source;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.time.Clock;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;

/** Keys in a token (HSM) by PKCS#11, which its module, slot and PIN open. */
record KeyToken(String slot, String module, KeyAddress address) implements KeySource {
  static final String SCHEME = "pkcs11:";
  static final String SLOT = "slot-id=";

  static KeyToken of(String text) {
    KeyAddress address = KeyAddress.of(text);
    String path = address.before().substring(SCHEME.length());
    if (!path.startsWith(SLOT) || !path.substring(SLOT.length()).matches("\\d{1,19}")) {
      throw new KeyRefusedException(
          "The keys (%s) must begin with pkcs11:slot-id=N.".formatted(text));
    }
    return new KeyToken(path.substring(SLOT.length()), address.needed("module-path"), address);
  }

  private TokenKeys open() throws GeneralSecurityException, IOException {
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
    return new TokenKeys(provider, store, slot);
  }

  private interface Work {
    KeyRing with(TokenKeys token) throws GeneralSecurityException;
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

  @Override
  public KeyRing load() {
    return with(TokenKeys::ring);
  }

  @Override
  public KeyRing init(Clock clock) {
    return with(TokenKeys::init);
  }

  @Override
  public KeyRing rotate(Clock clock) {
    return with(TokenKeys::rotate);
  }
}
