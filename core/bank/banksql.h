// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/databaseurl.h"

namespace core::bank {

/// The pieces of SQL in which the two databases differ. Amounts go in and come out as whole cents.
struct BankSql
{
    QString accounts; ///< the tables' names, quoted
    QString barrier;
    QString balanceInCents;
    QString tradingInCents;
    QString addToBalance; ///< an assignment with one placeholder
    QString now;
    QString aWhileAgo; ///< as a journal's create_time; whoever wrote a row before has committed by now
    QString updateTime; ///< as ISO 8601 text
    QString writtenAt; ///< of the barrier row b, in milliseconds since 1970 UTC
    QString beginSnapshot; ///< begins a transaction that sees one state of the database
};
BankSql bankSql(const DatabaseUrl &url);

} // namespace core::bank
