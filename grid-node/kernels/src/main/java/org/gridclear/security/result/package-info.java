/** Results of a screening: loadings, states of outages, blocks of outages. */
package org.gridclear.security.result;
