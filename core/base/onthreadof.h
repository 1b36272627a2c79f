// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <tuple>

namespace core {

/// A function that may be called on any thread and then calls `function` on context's thread, unless context is gone by
/// then. Made on any thread while context lives. The call travels through the thread's dispatcher, since only on its
/// own thread can it be told whether context still lives; it is dropped when that thread has ended.
template<typename Function> auto onThreadOf(QObject *context, Function function)
{
    return [receiver = QPointer<QObject>(context), thread = context->thread(),
            function = std::move(function)](auto &&...arguments) {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance(thread);
        if (!dispatcher)
            return;
        auto values = std::make_shared<std::tuple<std::decay_t<decltype(arguments)>...>>(
            std::forward<decltype(arguments)>(arguments)...);
        QMetaObject::invokeMethod(
            dispatcher,
            [receiver, function, values] {
                if (receiver)
                    std::apply(function, std::move(*values));
            },
            Qt::QueuedConnection);
    };
}

} // namespace core
