/** Who asks: accounts, tokens, rights, and the filters before every request. */
package org.gridclear.web.account;
