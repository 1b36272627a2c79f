// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/testdatabase.h"

namespace test {

/// Makes dtm_barrier.barrier and dtm_busi.user_account on this MariaDB as a dtm installation has them: no collation of
/// their own, so the server's, which takes `Order-a` and `order-A` for the same. Those that are there are replaced.
void createDtmTables(TestConnection &connection);

} // namespace test
