/** Who asks: accounts, tokens, rights, and the filters before every request. */
@NullMarked
package org.gridclear.web.account;

import org.jspecify.annotations.NullMarked;
