/** The historical day that is most like a date (AMB-40). */
package org.gridclear.market.similar;
