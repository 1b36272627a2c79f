// SPDX-License-Identifier: Apache-2.0
#include "core/store/makestore.h"

#include "core/store/mysqlreader.h"
#include "core/store/mysqlstore.h"
#include "core/store/sqlitereader.h"
#include "core/store/sqlitestore.h"

namespace core::store {

std::unique_ptr<MessageStore> makeStore(const StoreAddress &address)
{
    if (const auto *mysql = std::get_if<MysqlAddress>(&address))
        return std::make_unique<MysqlStore>(*mysql);
    return std::make_unique<SqliteStore>(SqliteStoreOptions{.path = std::get<SqliteAddress>(address).path});
}

std::unique_ptr<MessageReader> makeReader(const StoreAddress &address)
{
    if (const auto *mysql = std::get_if<MysqlAddress>(&address))
        return std::make_unique<MysqlReader>(*mysql);
    return std::make_unique<SqliteReader>(std::get<SqliteAddress>(address).path);
}

} // namespace core::store
