// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace ui {

/// Where passwords outlive the program. Answers come later, on the thread that asked, and not once the context is gone.
class PasswordStore
{
public:
    virtual ~PasswordStore() = default;

    using ThenPassword = std::function<void(const core::Result<QString> &)>;
    using ThenStatus = std::function<void(const core::Status &)>;

    /// NotFound: none is kept under this id. Unavailable: there is no keychain, or it was not opened.
    virtual void read(const QString &id, QObject *context, ThenPassword then) = 0;
    virtual void write(const QString &id, const QString &password, QObject *context, ThenStatus then) = 0;
    /// None there is as good as removed.
    virtual void remove(const QString &id) = 0;
};

/// The keychain of the desktop: Secret Service, KWallet, the Keychain of macOS, the Credential Store of Windows.
/// Never falls back to a file.
std::unique_ptr<PasswordStore> systemKeychain();

} // namespace ui
