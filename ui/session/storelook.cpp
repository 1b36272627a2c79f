// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/storelook.h"

#include "core/store/makestore.h"

#include <QFuture>
#include <QPromise>

namespace ui {
namespace {

core::Result<StoreFound> lookInto(const core::store::StoreAddress &address)
{
    const std::unique_ptr<core::store::MessageStore> store = core::store::makeStore(address);
    if (const core::Status opened = store->open(); !opened.ok())
        return opened.error();
    const std::unique_ptr<core::store::MessageReader> reader = core::store::makeReader(address);
    if (const core::Status opened = reader->open(); !opened.ok())
        return opened.error();
    const auto counts = reader->counts();
    if (!counts.ok())
        return counts.error();
    return StoreFound{counts->prepared + counts->submitted};
}

} // namespace

void StoreLook::look(const core::store::StoreAddress &address, QObject *context, Then then)
{
    using Found = core::Result<StoreFound>;
    auto promise = std::make_shared<QPromise<Found>>();
    promise->start();
    promise->future().then(context, [then = std::move(then)](const Found &found) { then(found); });
    m_work.start([promise, address] {
        promise->addResult(lookInto(address));
        promise->finish();
    });
}

} // namespace ui
