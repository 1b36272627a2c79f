// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagereader.h"
#include "core/store/storeaddress.h"

#include <memory>

namespace core::store {

/// The store at an address; not opened.
std::unique_ptr<MessageStore> makeStore(const StoreAddress &address);

/// A reader for it; not opened. The store must have been opened before, by whomever.
std::unique_ptr<MessageReader> makeReader(const StoreAddress &address);

} // namespace core::store
